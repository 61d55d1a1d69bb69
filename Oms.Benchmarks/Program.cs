using Oms.Benchmarks;

IBenchmark[] all = [];

return await BenchmarkCommand.RunAsync(all, args);
