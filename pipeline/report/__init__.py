"""The report: a run as one self-contained HTML page, to be read, filtered and checked in any browser."""
