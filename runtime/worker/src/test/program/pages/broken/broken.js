const fine = 1

throw new Error('at load')
