"""Label Studio, there and back: tasks with predictions out, annotated tasks in as gold.

A record is a region; the parts of a claim are relations to other regions.  What neither the label nor the
relations tell stands in the region's text box as lines `field: value`.
"""

from pipeline.export.label_studio.config import label_config
from pipeline.export.label_studio.gold import LabelStudioError, read_annotations
from pipeline.export.label_studio.tasks import task

__all__ = ["LabelStudioError", "label_config", "read_annotations", "task"]
