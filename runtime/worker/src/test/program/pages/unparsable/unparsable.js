const fine = 1
const module = 2
