"""Documents to records: frozen, typed values; dates; decoding."""
