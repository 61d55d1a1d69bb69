using Oms.Benchmarks;
using Oms.Benchmarks.Merging;
using Oms.Benchmarks.Micro;
using Oms.Benchmarks.Workload;

// The bare endpoint is a process of its own, so that its processor time can be read apart.
if (args is ["bare", var url, var file])
    return await BareServer.RunAsync(url, file);

if (args is ["serve", .. var rest])
    return await WorkloadServer.RunAsync(rest.SkipWhile(a => a != "--urls").ElementAtOrDefault(1) ?? "http://127.0.0.1:5080", rest.Contains("--baselines"));

if (args is ["merge-replay", .. var replay])
    return await MergeReplay.RunAsync(replay);

if (args is ["delta-replay", .. var releases])
    return await DeltaReplay.RunAsync(releases);

if (args is ["compact", .. var history])
    return await CompactBenchmark.RunAsync(history);

IBenchmark[] all = [new BranchBenchmark(), new CommitBenchmark(), new FanOutBenchmark(), new HttpBenchmark(), new ImportBenchmark(), new LockCheckBenchmark(), new MergeBenchmark(), new MicroBenchmark(), new QueryBenchmark(), new RelayBenchmark(), new StartBenchmark()];

return await BenchmarkCommand.RunAsync(all, args);
