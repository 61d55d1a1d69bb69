using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.DataLoader;
using Oms.Engine.Execution;

namespace Oms.Engine.Tests.Execution.Incremental;

/// <summary>A schema with cheap, slow, failing and endless fields, and what its resolvers saw.</summary>
internal sealed class PartsSchema
{
    public const string Sdl = """
        type Query {
          name: String
          slow(label: String): String
          box: Box
          boxes(count: Int! = 3): [Box!]!
          numbers(count: Int! = 5): [Int!]!
          ticks: [Int!]!
          brittle: [Int!]!
        }
        type Mutation { change: Box }
        type Box { id: Int! size: Int loaded: Int broken: Int! inner: Box slow: String }
        """;

    /// <summary>What slow fields wait for.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many endless lists are being read.</summary>
    public int OpenSources;

    /// <summary>How many items have been taken from endless lists.</summary>
    public int Ticks;

    /// <summary>The keys of each batch that was loaded.</summary>
    public List<int[]> Batches { get; } = [];

    public ValueTask<IRequestExecutor> BuildAsync(Action<IRequestExecutorBuilder>? configure = null)
    {
        var builder = new ServiceCollection().AddSingleton(this).AddGraphQLServer();
        AddTo(builder);
        configure?.Invoke(builder);
        return builder.BuildRequestExecutorAsync();
    }

    public static void AddTo(IRequestExecutorBuilder builder) => builder
        .AddDocumentFromString(Sdl)
        .BindRuntimeType<Box>()
        .AddTypeExtension(typeof(Queries))
        .AddTypeExtension(typeof(Mutations))
        .AddDataLoader<Doubled>()
        .ModifyOptions(o => o.EnableDefer = o.EnableStream = true);

    public static async Task<List<string>> ReadAsync(IRequestExecutor executor, string document, IReadOnlyDictionary<string, object?>? variables = null)
    {
        await using var result = await executor.ExecuteAsync(OperationRequest.FromText(document, variables));
        if (result is OperationResult single)
            return [single.ToJson()];
        var responses = new List<string>();
        await foreach (var response in (ResponseStream)result)
            await using (response)
                responses.Add(response.ToJson());
        return responses;
    }

    internal sealed record Box(int Id)
    {
        public int Size => 10 * Id;

        public int? Broken => null;

        public Box? Inner => Id > 100 ? null : new Box(Id + 100);

        public async Task<int> GetLoaded(Doubled doubled, CancellationToken cancellationToken) => await doubled.LoadAsync(Id, cancellationToken);

        public async Task<string> GetSlow(PartsSchema schema, CancellationToken cancellationToken)
        {
            await schema.Gate.Task.WaitAsync(cancellationToken);
            return "slow";
        }
    }

    internal sealed class Doubled(PartsSchema schema, IBatchScheduler scheduler) : BatchDataLoader<int, int>(scheduler, new DataLoaderOptions())
    {
        protected override Task<IReadOnlyDictionary<int, int>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            lock (schema.Batches)
                schema.Batches.Add([.. keys]);
            return Task.FromResult<IReadOnlyDictionary<int, int>>(keys.ToDictionary(key => key, key => 2 * key));
        }
    }

    [ExtendObjectType("Query")]
    internal static class Queries
    {
        public static string GetName() => "n";

        public static async Task<string> GetSlow(PartsSchema schema, string? label, CancellationToken cancellationToken)
        {
            await schema.Gate.Task.WaitAsync(cancellationToken);
            return label ?? "slow";
        }

        public static Box GetBox() => new(1);

        public static IEnumerable<Box> GetBoxes(int count) => Enumerable.Range(1, count).Select(id => new Box(id));

        public static IEnumerable<int> GetNumbers(int count) => Enumerable.Range(1, count);

        public static async IAsyncEnumerable<int> GetTicks(PartsSchema schema, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref schema.OpenSources);
            try
            {
                while (true)
                {
                    await Task.Yield();
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return Interlocked.Increment(ref schema.Ticks);
                }
            }
            finally
            {
                Interlocked.Decrement(ref schema.OpenSources);
            }
        }

        public static async IAsyncEnumerable<int> GetBrittle()
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
            throw new InvalidOperationException("the source is gone");
        }
    }

    [ExtendObjectType("Mutation")]
    internal static class Mutations
    {
        public static Box Change() => new(7);
    }
}
