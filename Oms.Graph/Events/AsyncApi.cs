using System.Text.Json.Nodes;
using Oms.Domain.Events;

namespace Oms.Graph.Events;

/// <summary>The AsyncAPI 3.0 document of what this registry sends: to NATS in binary mode, one channel a type; to webhooks and EventBridge in structured mode.</summary>
internal static class AsyncApi
{
    /// <summary>Makes the document.</summary>
    internal static JsonObject Write()
    {
        var (channels, operations, messages, schemas) = (new JsonObject(), new JsonObject(), new JsonObject(), new JsonObject());
        foreach (var description in EventCatalogue.All)
        {
            var name = EventTypes.Suffix(description.Type);
            schemas[name] = EventSchemas.OfEvent(description);
            messages[name] = Message(description, name);
            if (description.Type == EventTypes.WebhookTest)
                continue;
            messages[name + ".nats"] = BinaryMessage(description, name);
            channels[name] = NatsChannel(description, name);
            operations["send." + name] = Send(name, $"#/channels/{name}/messages/event");
        }

        foreach (var (channel, description) in new[]
        {
            ("webhook", "POST to each webhook, signed by Standard Webhooks: headers webhook-id, webhook-timestamp and webhook-signature."),
            ("eventbridge", "Entries of PutEvents: the source is io.oms, the detail type is the event's type, the detail is the event."),
        })
        {
            var names = EventCatalogue.All.Select(d => EventTypes.Suffix(d.Type)).Where(n => channel == "webhook" || n != "webhook.test").ToList();
            channels[channel] = new JsonObject
            {
                ["address"] = null,
                ["description"] = description,
                ["messages"] = new JsonObject(names.Select(n => KeyValuePair.Create(n, (JsonNode?)Reference($"#/components/messages/{n}")))),
            };
            operations["send." + channel] = new JsonObject { ["action"] = "send", ["channel"] = Reference("#/channels/" + channel) };
        }

        return new JsonObject
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "OMS events",
                ["version"] = "1.0.0",
                ["description"] = "What the ontology registry tells others: CloudEvents 1.0, at least once, in the order of the log. A repeat has the same id.",
            },
            ["defaultContentType"] = "application/cloudevents+json",
            ["channels"] = channels,
            ["operations"] = operations,
            ["components"] = new JsonObject { ["messages"] = messages, ["schemas"] = schemas },
        };
    }

    private static JsonObject NatsChannel(EventDescription description, string name)
    {
        var channel = new JsonObject
        {
            ["address"] = $"oms.{name}.{(description.IsOfBranch ? "{branch}" : "_")}",
            ["description"] = description.Summary,
            ["messages"] = new JsonObject { ["event"] = Reference($"#/components/messages/{name}.nats") },
        };
        if (description.IsOfBranch)
            channel["parameters"] = new JsonObject { ["branch"] = new JsonObject { ["description"] = "The branch as one token: '.' and what a subject may not hold stand percent-encoded." } };
        return channel;
    }

    private static JsonObject Message(EventDescription description, string name) => new()
    {
        ["name"] = description.Type,
        ["summary"] = description.Summary,
        ["contentType"] = "application/cloudevents+json",
        ["payload"] = Reference("#/components/schemas/" + name),
    };

    private static JsonObject BinaryMessage(EventDescription description, string name) => new()
    {
        ["name"] = description.Type + " (binary mode)",
        ["summary"] = description.Summary,
        ["contentType"] = "application/json",
        ["headers"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["Nats-Msg-Id"] = new JsonObject { ["type"] = "string", ["description"] = "The event's id: a stream takes a repeat once." },
                ["ce-type"] = new JsonObject { ["const"] = description.Type },
                ["ce-sequence"] = new JsonObject { ["type"] = "string" },
            },
            ["required"] = new JsonArray("Nats-Msg-Id", "ce-type", "ce-sequence"),
        },
        ["payload"] = Reference($"#/components/schemas/{name}/properties/data"),
    };

    private static JsonObject Send(string channel, string message) => new()
    {
        ["action"] = "send", ["channel"] = Reference("#/channels/" + channel), ["messages"] = new JsonArray(Reference(message)),
    };

    private static JsonObject Reference(string to) => new() { ["$ref"] = to };
}
