using Oms.Samples.Funnel;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

using var registry = new RegistryClient(arguments.Server, arguments.Token);
try
{
    await using IReports reports = arguments.Nats is { } nats
        ? await EventReports.ConnectAsync(nats, arguments.Branch, arguments.Kinds)
        : new MutationReports(registry, arguments.Branch, arguments.Kinds);
    return await new Indexer(registry, reports, arguments).RunAsync();
}
catch (RefusedException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
