using System.Text.Json;
using Oms.Domain.Events;
using Oms.Messaging.CloudEvents;
using Shouldly;
using Xunit;

namespace Oms.Messaging.Tests.CloudEvents;

public sealed class LegacyEventTests
{
    [Theory]
    [InlineData("com.foundry.oms.branch.created", "io.oms.branch.created")]
    [InlineData("com.foundry.oms.objecttype.deleted", "io.oms.objecttype.deleted")]
    [InlineData("com.oms.schema.changed", "io.oms.branch.updated")]
    [InlineData("com.oms.schema.reverted", "io.oms.branch.updated")]
    [InlineData("schema_changed", "io.oms.branch.updated")]
    [InlineData("object_type_created", "io.oms.objecttype.created")]
    [InlineData("semantictype.updated", "io.oms.valuetype.updated")]
    [InlineData("linktype.changed", "io.oms.linktype.updated")]
    [InlineData("com.oms.indexing.completed", "io.oms.indexing.completed")]
    [InlineData("oms.schema.changed.main.object_type", "io.oms.branch.updated")]
    [InlineData("oms.events.branch.merged", "io.oms.branch.merged")]
    [InlineData("io.oms.lock.acquired", "io.oms.lock.acquired")]
    [InlineData("com.foundry.oms.system.healthcheck", null)]
    [InlineData("action.started", null)]
    [InlineData("", null)]
    public void Old_names_are_those_of_this_registry(string name, string? type) => LegacyTypes.Migrate(name).ShouldBe(type);

    [Theory]
    [InlineData("""{"specversion":"1.0","type":"com.foundry.oms.branch.created","source":"/oms/main","id":"7","time":"2025-01-01T00:00:00Z","ce_branch":"main","data":{"a":1}}""")]
    [InlineData("""{"id":"7","type":"com.oms.branch.created","source":"/oms/main","payload":"{\"a\":1}","created_at":"2025-01-01T00:00:00Z","status":"pending","ce_branch":"main"}""")]
    [InlineData("""{"event_id":"7","event_type":"branch_created","source":"/oms/main","timestamp":"2025-01-01T00:00:00Z","ce_branch":"main","data":{"a":1}}""")]
    [InlineData("""{"id":"7","subject":"oms.branch.created.main","source":"/oms/main","timestamp":"2025-01-01T00:00:00Z","ce_branch":"main","data":{"a":1}}""")]
    public void Each_of_the_four_shapes_becomes_the_same_event(string legacy) =>
        System.Text.Encoding.UTF8.GetString(LegacyEvent.Migrate(JsonElement.Parse(legacy), default)!).ShouldBe(
            """{"specversion":"1.0","id":"7","type":"io.oms.branch.created","source":"/oms/main","time":"2025-01-01T00:00:00+00:00","datacontenttype":"application/json","branch":"main","data":{"a":1}}""");

    [Fact]
    public void What_an_event_says_of_itself_stays() =>
        System.Text.Encoding.UTF8.GetString(LegacyEvent.Migrate(
            JsonElement.Parse("""{"specversion":"1.0","type":"branch.created","id":7,"source":"/s","time":"2025-01-01T00:00:00Z","subject":"main","branch":"main","correlationid":"c","sequence":3,"Not-One":"x","data":{}}"""), default)!)
            .ShouldBe("""{"specversion":"1.0","id":"7","type":"io.oms.branch.created","source":"/s","time":"2025-01-01T00:00:00+00:00","datacontenttype":"application/json","subject":"main","branch":"main","correlationid":"c","sequence":"3","data":{}}""");

    [Fact]
    public void An_event_without_an_id_gets_one_that_only_it_has()
    {
        static string IdOf(string data) => JsonElement.Parse(LegacyEvent.Migrate(JsonElement.Parse($$$"""{"type":"branch.created","data":{"name":"{{{data}}}"}}"""), default)!).GetProperty("id").GetString()!;
        IdOf("a").ShouldBe(IdOf("a"));
        IdOf("a").ShouldNotBe(IdOf("b"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":"branch.created"}""")]
    [InlineData("""{"type":"branch.created","payload":"no json"}""")]
    [InlineData("""{"type":7,"data":{}}""")]
    public void What_is_no_event_is_none(string legacy) => LegacyEvent.Migrate(JsonElement.Parse(legacy), default).ShouldBeNull();
}
