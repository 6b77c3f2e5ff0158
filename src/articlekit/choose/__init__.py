"""Choosing: what is visible on a page reconciled with what the page says about itself."""
