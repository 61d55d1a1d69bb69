using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Oms.Domain.Compatibility;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Graph.Compatibility;

namespace Oms.Graph.CommandLine;

/// <summary>Judges the change between two versions of a registry.</summary>
internal static class VersionCheck
{
    private const int PageSize = 1_000;

    private const string Document = """
        query ($base: RevisionInput!, $head: RevisionInput!, $planes: [ConsumerPlane!], $skip: Int!) { compatibility(base: $base, head: $head, planes: $planes) {
          findings(first: 1000, skip: $skip) { rule criticality path message plane element }
        } }
        """;

    /// <summary>Compares them, for one plane or for all.</summary>
    internal static async Task<CompatibilityReport> RunAsync(RegistrySession registry, string from, string to, string? plane, CancellationToken cancellationToken)
    {
        var @base = await Reference.ReadAsync(registry, from, cancellationToken);
        var head = await Reference.ReadAsync(registry, to, cancellationToken);
        var planes = plane is null ? null : new[] { plane.ToUpperInvariant() };
        var found = ImmutableArray.CreateBuilder<Finding>();
        for (var isMore = true; isMore;)
        {
            var data = await registry.AskAsync(Document, new { @base, head, planes, skip = found.Count }, cancellationToken);
            var page = data.GetProperty("compatibility").GetProperty("findings");
            found.AddRange(page.EnumerateArray().Select(Read));
            isMore = page.GetArrayLength() == PageSize;
        }

        return new CompatibilityReport(from, to, found.ToImmutable(), []);
    }

    private static Finding Read(JsonElement finding) => new(
        finding.GetProperty("rule").GetString()!,
        Enumerated<Criticality>(finding.GetProperty("criticality")),
        finding.GetProperty("path").GetString(),
        finding.GetProperty("message").GetString()!,
        (ConsumerPlane)Enumerated<Plane>(finding.GetProperty("plane")))
    {
        Element = ElementId.Trusted(finding.GetProperty("element").GetString()!),
    };

    private static T Enumerated<T>(JsonElement value) => CanonicalJson.Read<T>(Encoding.UTF8.GetBytes(value.GetRawText()));
}
