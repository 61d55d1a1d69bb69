using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Nodes;
using Oms.Engine.Tests.Execution;

namespace Oms.Engine.Tests.Nodes;

/// <summary>Animals and keepers, which can be fetched by their ids.</summary>
internal static class Zoo
{
    internal const string Sdl = """
        type Query {
          animal(id: ID!): Animal
          keeperById(id: ID!): Keeper
          any(id: ID): String
          several(ids: [ID!]!): [Int!]!
          feed(input: FeedInput!): String!
        }
        type Animal implements Node { id: ID! name: String! keeper: ID friends: [ID!]! }
        type Keeper implements Node { id: ID! name: String! }
        input FeedInput { animal: ID! keepers: [ID!] more: [FeedInput!] amount: Int }
        """;

    internal static IRequestExecutorBuilder Server(Action<GlobalObjectIdentificationOptions>? configure = null)
    {
        var builder = Requests.Server(Sdl).AddGlobalObjectIdentification(configure)
            .BindRuntimeType<Animal>().BindRuntimeType<Keeper>().AddTypeExtension(typeof(ZooQueries));
        builder.Services.AddSingleton<Log>();
        return builder;
    }

    internal static string Id(string type, object id) => new DefaultNodeIdSerializer().Format(type, id);

    internal sealed class Log : List<string>;

    [Node]
    internal sealed record Animal(int Id, string Name, [property: ID<Keeper>] string? Keeper = null)
    {
        [ID]
        public int[] Friends => [Id + 1, Id + 2];

        public static async Task<Animal?> GetAsync(int id, Log log, CancellationToken cancellationToken)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            log.Add($"animal {id}");
            return id switch
            {
                < 0 => throw new InvalidOperationException("secret"),
                0 => null,
                _ => new Animal(id, $"animal {id}", id == 1 ? "ann" : null),
            };
        }
    }

    internal sealed record Keeper([property: ID] string Id, string Name);

    [ExtendObjectType("Query")]
    internal static class ZooQueries
    {
        public static Animal GetAnimal([ID<Animal>] int id) => new(id, "found");

        [NodeResolver]
        public static Keeper? GetKeeperById(string id, Log log)
        {
            log.Add($"keeper {id}");
            return id == "nobody" ? null : new Keeper(id, id.ToUpperInvariant());
        }

        public static string GetAny([ID] string? id = null) => id ?? "none";

        public static IReadOnlyList<int> GetSeveral([ID("Animal")] IReadOnlyList<int> ids) => ids;

        public static string GetFeed(FeedInput input) => input.ToString();
    }

    internal sealed record FeedInput([ID<Animal>] int Animal, int? Amount)
    {
        [ID<Keeper>]
        public string[]? Keepers { get; init; }

        public FeedInput[]? More { get; init; }

        public override string ToString() => $"{Animal} by {string.Join('+', Keepers ?? [])} {string.Join(' ', (More ?? []).Select(m => $"[{m}]"))}{Amount}";
    }
}
