"""Defects derived from the source: every place of the product where one small change could go unnoticed."""
