using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Tests.Merging;
using Shouldly;
using Xunit;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Tests.History;

public class CanonicalJsonTests
{
    [Fact]
    public void A_definition_has_the_bytes_that_the_serializer_gives_it()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var histories = new RandomHistories(seed);
            foreach (var element in new[] { histories.Ours, histories.Theirs }.SelectMany(s => s.Map.Entries.Select(e => s.Find(e.Id)!)))
                ElementJson.Write(element).ShouldBe(JsonSerializer.SerializeToUtf8Bytes(element, element.GetType(), CanonicalJson.Options));
        }
    }

    [Fact]
    public void Items_that_are_null_where_none_may_be_are_written_as_such()
    {
        var hostile = new ValueType { Name = null!, Examples = [null!, new JsonLiteral("1")], Tags = [null!], Constraints = [null!] };

        ElementJson.Write(hostile).ShouldBe(JsonSerializer.SerializeToUtf8Bytes(hostile, CanonicalJson.Options));
    }

    [Fact]
    public void Nothing_is_written_deeper_than_the_serializer_goes_and_the_next_is_written_whole()
    {
        var type = TypeRef.Data("string");
        for (var i = 0; i < 100; i++)
            type = TypeRef.ArrayOf(type);
        var shared = new SharedProperty { Id = ElementId.Trusted("sp-1"), Name = "deep", Type = type };

        Should.Throw<Exception>(() => JsonSerializer.SerializeToUtf8Bytes(shared, CanonicalJson.Options));
        Should.Throw<InvalidOperationException>(() => ElementJson.Write(shared));
        ElementJson.Write(shared with { Type = null }).ShouldBe("""{"id":"sp-1","name":"deep"}"""u8.ToArray());
    }

    [Fact]
    public void A_value_of_any_type_is_written_by_the_same_rule()
    {
        var list = new List<string?> { "a", null };
        var pair = new MerkleEntry(ElementId.Trusted("ot-1"), default);

        CanonicalJson.Write(list).ShouldBe(JsonSerializer.SerializeToUtf8Bytes(list, CanonicalJson.Options));
        CanonicalJson.Write(pair).ShouldBe(JsonSerializer.SerializeToUtf8Bytes(pair, CanonicalJson.Options));
        CanonicalJson.Write(7).ShouldBe("7"u8.ToArray());
        CanonicalJson.Write<string?>(null).ShouldBe("null"u8.ToArray());
        CanonicalJson.Write<Element>(new ObjectType { Name = "T" }).ShouldBe(JsonSerializer.SerializeToUtf8Bytes<Element>(new ObjectType { Name = "T" }, CanonicalJson.Options));
    }
}
