using Oms.Engine.Language;
using Oms.Engine.Types;
using Shouldly;
using Xunit;

namespace Oms.Graph.Tests.Compatibility;

/// <summary>The engine's lenient mode on what is published: every schema is read, with what it breaks.</summary>
public sealed class Published_schemas_in_the_engine
{
    [Theory]
    [InlineData("github-9/schema.graphql", 0)]
    [InlineData("github-15-0/schema.graphql", 0)]
    [InlineData("github-15-3/schema.graphql", 0)]
    [InlineData("github-15-26/schema.graphql", 2)]
    [InlineData("nautical-1/nautical/schema.graphql", 0)]
    [InlineData("nautical-3/nautical/schema.graphql", 0)]
    [InlineData("nautical-4/nautical/schema.graphql", 0)]
    [InlineData("dialogporten-1-18/schema.verified.graphql", 0)]
    [InlineData("dialogporten-1-40/schema.verified.graphql", 0)]
    [InlineData("dialogporten-1-118/schema.verified.graphql", 0)]
    public async Task Each_is_read_and_fields_that_it_defines_twice_are_listed(string file, int repeated)
    {
        await InspectorOracle.RestoreAsync();
        var path = Path.Combine(InspectorOracle.Folder, "node_modules", file);
        SchemaBuilder.New().AddDocument(Source.FromUtf8(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), file)).TryBuildLenient(out var schema, out var letPass)
            .ShouldBeTrue(string.Join('\n', letPass.Take(10)));
        letPass.Count(e => e.Rule == "UniqueFieldDefinitionNames").ShouldBe(repeated, string.Join('\n', letPass));
        schema!.Types.Count.ShouldBeGreaterThan(50);
        var printed = SchemaPrinter.Print(schema, withAppliedDirectives: true);
        SchemaBuilder.New().AddDocumentFromString(printed).TryBuildLenient(out var again, out _).ShouldBeTrue();
        SchemaPrinter.Print(again!, withAppliedDirectives: true).ShouldBe(printed);
    }
}
