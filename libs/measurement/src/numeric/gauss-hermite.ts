/**
 * Seven-point Gauss-Hermite rule for the standard normal: ∫ f(z) φ(z) dz ≈ Σ w f(z), exact for polynomials up to degree 13.
 *
 * Nodes come in pairs ±z with one weight; the first is the centre. (A&S 25.4.46, scaled to unit variance.)
 */
export const NODES = [0, 1.1544053947399682, 2.366759410734541, 3.750439717725742] as const
export const WEIGHTS = [
  0.457142857142857, 0.240123178605012, 0.0307571239675864, 0.000548268855972218,
] as const
