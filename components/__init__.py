"""What pages are made of: charts, figures, filters, evidence, exports."""
