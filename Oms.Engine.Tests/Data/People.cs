using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Tests.Execution;

namespace Oms.Engine.Tests.Data;

/// <summary>The same people behind two fields: in memory, and in a SQLite database that EF Core asks.</summary>
internal sealed class People : IAsyncDisposable
{
    internal const string Sdl = """
        scalar DateTime
        type Query {
          memory: [Person!]! @useFiltering @useSorting
          stored: [Person!]! @useFiltering @useSorting
        }
        type Person {
          id: Int!
          name: String!
          nickname: String
          age: Int!
          shoes: Int
          height: Float!
          isActive: Boolean!
          mood: Mood!
          born: DateTime!
          secret: String! @authorize(roles: ["Chief"])
          manager: Person
          pets: [Pet!]!
        }
        type Pet { name: String! legs: Int! }
        enum Mood { CALM VERY_HAPPY CROSS }
        """;

    private readonly SqliteConnection connection;
    private readonly ServiceProvider services;

    private People(SqliteConnection connection, ServiceProvider services, ConcurrentQueue<string> statements)
    {
        this.connection = connection;
        this.services = services;
        Statements = statements;
    }

    internal static IReadOnlyList<Person> All { get; } = Make();

    private IRequestExecutor Executor => services.GetRequiredService<IRequestExecutor>();

    /// <summary>The SQL that was sent.</summary>
    internal ConcurrentQueue<string> Statements { get; }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await connection.DisposeAsync();
    }

    internal static async Task<People> OpenAsync(Action<IRequestExecutorBuilder>? configure = null)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var statements = new ConcurrentQueue<string>();
        var services = new ServiceCollection();
        services.AddDbContext<PeopleContext>(
            o => o.UseSqlite(connection).LogTo(statements.Enqueue, (id, _) => id == Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuted));
        services.AddSingleton<Oms.Engine.Authorization.IAuthorizationHandler>(new CountedAuthorization());
        var builder = services.AddGraphQLServer().AddDocumentFromString(Sdl).BindRuntimeType<Person>().BindRuntimeType<Pet>()
            .AddResolver("Query", "memory", () => All)
            .AddResolver("Query", "stored", (PeopleContext people) => people.People.AsNoTracking());
        configure?.Invoke(builder);
        await using (var context = new PeopleContext(new DbContextOptionsBuilder<PeopleContext>().UseSqlite(connection).Options))
        {
            await context.Database.EnsureCreatedAsync();
            context.AddRange(Make());
            await context.SaveChangesAsync();
        }

        return new People(connection, services.BuildServiceProvider(), statements);
    }

    internal async Task<JsonElement> AskAsync(string document, string variables = "{}")
    {
        await using var scope = services.CreateAsyncScope();
        return Requests.Read(await Executor.AskAsync(Requests.Of(document, variables, services: scope.ServiceProvider)));
    }

    private static Person[] Make()
    {
        string[] names = ["Ada", "ada", "Bo%b", "B_b", "[Cid]", "", "Émile", "Zoë", "O'Hara", "Bob"];
        string?[] nicknames = [null, "", "A", "a%", "100%_sure", null, "Zo"];
        var people = Enumerable.Range(1, 40).Select(i => new Person
        {
            Id = i,
            Name = names[i % names.Length],
            Nickname = nicknames[i % nicknames.Length],
            Age = 20 + (i * 7 % 13),
            Shoes = i % 4 == 0 ? null : 36 + (i % 9),
            Height = 1.5 + (i % 8 / 16.0),
            IsActive = i % 3 == 0,
            Mood = (Mood)(i % 3),
            Born = new DateTime(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i % 11),
            ManagerId = i % 5 == 0 || i == 1 ? null : i / 2,
            Pets = [.. Enumerable.Range(0, i % 4).Select(n => new Pet { Id = (i * 10) + n + 1, PersonId = i, Name = names[(i + n) % names.Length], Legs = (i + n) % 5 })],
        }).ToArray();
        foreach (var person in people)
            person.Manager = person.ManagerId is { } id ? people[id - 1] : null;
        return people;
    }
}
