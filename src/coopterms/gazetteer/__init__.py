"""The gazetteer: curated CSV tables in, validated records out."""
