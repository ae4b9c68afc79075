"""The stages of the flow, each from text and earlier records to new records; none imports another."""
