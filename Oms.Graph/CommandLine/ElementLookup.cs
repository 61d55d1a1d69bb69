using System.Text.Json;
using Oms.Domain.Ontology;

namespace Oms.Graph.CommandLine;

/// <summary>Finds elements of a version by the name or stable id that somebody typed.</summary>
internal static class ElementLookup
{
    private const string Document = """
        query ($branch: String!, $at: VersionInput, $name: String!, $id: ID!, $isId: Boolean!) { ontology(branch: $branch, at: $at) {
          commit { hash shortHash time author }
          element(id: $id) @include(if: $isId) { ...Found }
          a: objectType(name: $name) { ...Found } b: linkType(name: $name) { ...Found } c: interface(name: $name) { ...Found } d: sharedProperty(name: $name) { ...Found }
          e: valueType(name: $name) { ...Found } f: structType(name: $name) { ...Found } g: actionType(name: $name) { ...Found } h: functionType(name: $name) { ...Found }
        } }
        fragment Found on Element {
          id stableId kind name namespace status displayName description hash
          members { __typename stableId name status ... on Property { isRequired isPrimaryKey type { text } } ... on StructField { type { text } } ... on Parameter { type { text } } }
          history(first: 1) { nodes { hash shortHash time author message issues { id } } }
        }
        """;

    /// <summary>The elements that have the name, or the one that has the stable id; one of each kind at most.</summary>
    /// <exception cref="CommandFailedException">There is none.</exception>
    internal static async Task<List<JsonElement>> FindAsync(RegistrySession registry, Reference version, string name, CancellationToken cancellationToken)
    {
        var data = await registry.AskAsync(Document, new { branch = version.Branch, at = version.At, name, id = name, isId = ElementId.TryParse(name, out _) }, cancellationToken);
        var found = data.GetProperty("ontology").EnumerateObject()
            .Where(p => p.Name != "commit" && p.Value.ValueKind == JsonValueKind.Object).Select(p => p.Value).DistinctBy(e => e.GetProperty("id").GetString()).ToList();
        return found.Count > 0 ? found : throw new CommandFailedException(ExitCode.Usage, $"there is no element '{Terminal.Clean(name, 100)}' in that version");
    }
}
