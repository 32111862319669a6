"""Reports to hand on: briefs of a story, and exports in the formats of other tools.

Nothing here is imported with the package: `model.reports.formats` names every format and loads the one that
is asked for.
"""
