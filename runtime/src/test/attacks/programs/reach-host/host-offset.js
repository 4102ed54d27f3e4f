// id: host-offset
// class: reach-host
// wall: language
// mechanism: dates written without a zone are read in the zone of the host
// expected: nothing
const winter = new Date('2026-01-15T00:00:00').getTime() - Date.UTC(2026, 0, 15)
const summer = new Date('2026-07-15T00:00:00').getTime() - Date.UTC(2026, 6, 15)
if (winter !== summer || winter !== -8 * 3600000) return [winter, summer]
