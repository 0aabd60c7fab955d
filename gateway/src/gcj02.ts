// GCJ-02: the shifted coordinates of Chinese maps. Some terminals deliver them; what is kept is WGS-84.

const radius = 6_378_245
const eccentricity = 0.006_693_421_622_965_943

export interface Degrees {
  readonly latitude: number
  readonly longitude: number
}

/** The shift is defined inside this rectangle only. */
function outside({ latitude, longitude }: Degrees): boolean {
  return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271
}

/** WGS-84 → GCJ-02, for a base map that is shifted itself. */
export function toGcj02(place: Degrees): Degrees {
  if (outside(place)) return place
  const { latitude, longitude } = place
  const x = longitude - 105
  const y = latitude - 35
  const wave = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2 / 3
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + wave +
    (20 * Math.sin(y * Math.PI) + 40 * Math.sin(y / 3 * Math.PI)) * 2 / 3 + (160 * Math.sin(y / 12 * Math.PI) + 320 * Math.sin(y * Math.PI / 30)) * 2 / 3
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + wave +
    (20 * Math.sin(x * Math.PI) + 40 * Math.sin(x / 3 * Math.PI)) * 2 / 3 + (150 * Math.sin(x / 12 * Math.PI) + 300 * Math.sin(x / 30 * Math.PI)) * 2 / 3
  const angle = latitude / 180 * Math.PI
  const magic = 1 - eccentricity * Math.sin(angle) ** 2
  return {
    latitude: latitude + north * 180 / (radius * (1 - eccentricity) / (magic * Math.sqrt(magic)) * Math.PI),
    longitude: longitude + east * 180 / (radius / Math.sqrt(magic) * Math.cos(angle) * Math.PI),
  }
}

/** GCJ-02 → WGS-84 to well under a metre, by walking back what the shift has moved. */
export function fromGcj02(place: Degrees): Degrees {
  let guess = place
  for (let round = 0; round < 4; round += 1) {
    const shifted = toGcj02(guess)
    guess = { latitude: guess.latitude + place.latitude - shifted.latitude, longitude: guess.longitude + place.longitude - shifted.longitude }
  }
  return guess
}
