/** The token of a setting: for how many minutes something sent can be taken back, while no receiver finds it (BR-G8). */
export const EMBARGO = Symbol('minutes of embargo');
