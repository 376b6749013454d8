ranges = []
