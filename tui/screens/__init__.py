"""The screens: the reader with its three panes, and the views that open over it."""
