using Oms.Benchmarks;

// The bare endpoint is a process of its own, so that its processor time can be read apart.
if (args is ["bare", var url, var file])
    return await BareServer.RunAsync(url, file);

IBenchmark[] all = [new BranchBenchmark(), new CommitBenchmark(), new ImportBenchmark(), new QueryBenchmark(), new StartBenchmark()];

return await BenchmarkCommand.RunAsync(all, args);
