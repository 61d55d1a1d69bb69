using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Messaging.CloudEvents;

namespace Oms.Graph.Events;

/// <summary>What <c>docs/events</c> has of the events, as text: a schema and an example of each type, and the AsyncAPI document.</summary>
internal static class EventDocuments
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The AsyncAPI document.</summary>
    internal static string AsyncApi() => Text(Events.AsyncApi.Write());

    /// <summary>Every file by its path below the folder.</summary>
    internal static IEnumerable<(string Path, string Text)> All()
    {
        yield return ("asyncapi.json", AsyncApi());
        foreach (var description in EventCatalogue.All)
        {
            var name = EventTypes.Suffix(description.Type);
            yield return ($"schemas/{name}.schema.json", Text(EventSchemas.OfEvent(description)));
            yield return ($"examples/{name}.json", Text(JsonNode.Parse(CloudEventFormat.Write(Example(description)))!));
        }
    }

    /// <summary>An event of this type, as it could be told.</summary>
    internal static EventRecord Example(EventDescription description)
    {
        var data = SampleData.Of(EventSchemas.OfData(description));
        return new EventRecord
        {
            Sequence = 4711,
            Id = "0192a3f0-5b7e-7c11-9d3a-2f6b8c4d1e07",
            Type = description.Type,
            Subject = description.IsOfBranch ? "branch/feature/orders" : "webhook/orders",
            Time = new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero),
            Branch = description.IsOfBranch ? "feature/orders" : null,
            Author = "ann",
            CorrelationId = "7f1c9a5e",
            Data = CanonicalJson.Literal(JsonElement.Parse(data.ToJsonString())),
        };
    }

    private static string Text(JsonNode node) => node.ToJsonString(Indented) + "\n";
}
