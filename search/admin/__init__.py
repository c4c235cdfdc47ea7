"""What editors keep and see of the search, in the menu "Search"."""
