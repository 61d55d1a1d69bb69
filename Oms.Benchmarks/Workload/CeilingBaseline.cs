using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Oms.Engine.Execution;
using static Oms.Benchmarks.Workload.CeilingViews;

namespace Oms.Benchmarks.Workload;

/// <summary>
/// What serialising the same objects by hand costs: System.Text.Json reads the body and writes the same object graph, with a source-generated
/// context. The views of large answers are made once, so that only reading and writing counts.
/// </summary>
internal sealed class CeilingBaseline(Catalog data)
{
    private readonly Catalog catalog = data;
    private readonly SomeType[] some = [.. data.First("main", null).Select(t => new SomeType(t.Id, t.DisplayName, [.. t.Properties]))];
    private readonly AllType[] all = [.. data.First("main", null).Select(ViewOf)];

    /// <summary>Maps an address for each request of the workload.</summary>
    public static void Map(WebApplication application)
    {
        var ceiling = new CeilingBaseline(application.Services.GetRequiredService<Catalog>());
        var json = CeilingJson.Default;
        var introspection = new Lazy<Task<CeilingIntrospection.Answer>>(() => IntrospectAsync(application.Services));
        Map(application, "q1", json.OneResponse, v => new One(ceiling.catalog.Find(v.B!, v.Id!) is { } t ? new Five(t.Id, t.DisplayName, t.Description, NameOf(t.Status), t.Version) : null));
        Map(application, "q2", json.SomeResponse, v => new Some(new ArraySegment<SomeType>(ceiling.some, 0, v.N!.Value)));
        Map(application, "q3", json.AllResponse, _ => new All(ceiling.all));
        Map(application, "q5", json.ChangedResponse, v => new Changed(new Payload(ceiling.Set(v))));
        Map(application, "q6", json.AliasedResponse, v => new Aliased(ceiling.catalog.Find(v.B!, v.Id!) is { } t ? new AliasedType(t.Id, t.DisplayName, t.Description, NameOf(t.Status), t.Version) : null));
        application.MapPost("/ceiling/q4", async context =>
        {
            await context.Request.ReadFromJsonAsync(json.Request);
            await CeilingAnswers.WriteAsync(context, new Response<CeilingIntrospection.Answer>(await introspection.Value), json.IntrospectionResponse);
        });
    }

    private static void Map<T>(WebApplication application, string name, JsonTypeInfo<Response<T>> type, Func<Variables, T> answer) =>
        application.MapPost("/ceiling/" + name, async context =>
        {
            var request = await context.Request.ReadFromJsonAsync(CeilingJson.Default.Request);
            await CeilingAnswers.WriteAsync(context, new Response<T>(answer(request!.Variables!)), type);
        });

    private Four Set(Variables variables)
    {
        var type = catalog.Find(variables.B!, variables.Id!)!;
        type.Status = Enum.Parse<Status>(variables.S!, ignoreCase: true);
        return new Four(type.Id, type.DisplayName, NameOf(type.Status), type.Version);
    }

    private static AllType ViewOf(ObjectType type) => new(
        type.Id,
        type.DisplayName,
        type.Description,
        NameOf(type.Status),
        type.Version,
        [.. type.Properties],
        [.. type.OutgoingLinks.Select(l => new AllLink(l.Id, NameOf(l.Cardinality), new LinkTarget(l.Target.Id, l.Target.DisplayName)))]);

    private static string NameOf(Status status) => status switch
    {
        Status.Active => "ACTIVE",
        Status.Experimental => "EXPERIMENTAL",
        _ => "DEPRECATED",
    };

    private static string NameOf(Cardinality cardinality) => cardinality switch
    {
        Cardinality.OneToOne => "ONE_TO_ONE",
        Cardinality.OneToMany => "ONE_TO_MANY",
        _ => "MANY_TO_MANY",
    };

    private static async Task<CeilingIntrospection.Answer> IntrospectAsync(IServiceProvider services)
    {
        await using var result = await WorkloadRequests.ExecuteAsync(services, "q4");
        return JsonSerializer.Deserialize(((OperationResult)result).ToJson(), CeilingJson.Default.IntrospectionResponse)!.Data;
    }
}
