namespace Oms.Benchmarks;

/// <summary>How much to measure.</summary>
/// <param name="Quick">True for a short run that shows that it works; its figures are not for quoting.</param>
/// <param name="Only">The parts to measure, of a benchmark that has several; all when empty.</param>
internal sealed record BenchmarkOptions(bool Quick, IReadOnlyList<string> Only);
