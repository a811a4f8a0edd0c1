"""Every surface form -> exact look-up: the compiled gazetteer, made from the tables and read without loading them."""
