"""Who stands where on what: ledger, grid, fronts, disputes."""
