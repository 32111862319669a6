"""One module for each format of another tool; `model.reports.formats` names them."""
