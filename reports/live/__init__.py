"""The report while it is reviewed: served to one person, who decides on it."""
