namespace SinoSovietBot.Study.Revision.Fsrs;

/// <summary>How firmly one thing is remembered.</summary>
/// <param name="Stability">In how many days the chance to remember falls from 100 % to 90 %: <see cref="FsrsFormulas.MinStability"/> to <see cref="FsrsFormulas.MaxStability"/>.</param>
/// <param name="Difficulty">How hard it is to make firmer: 1 to 10.</param>
public readonly record struct Memory(double Stability, double Difficulty);
