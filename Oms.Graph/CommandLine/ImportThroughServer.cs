using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Import;
using Oms.Domain.Ontology;
using Oms.Domain.Refusals;
using Oms.Graph.Hosting;
using Oms.Graph.Import;

namespace Oms.Graph.CommandLine;

/// <summary>Imports by the server that owns the data folder, under a token that whoever can read the folder may sign.</summary>
/// <param name="server">The server.</param>
/// <param name="folder">Its data folder.</param>
/// <param name="user">Who imports.</param>
internal sealed class ImportThroughServer(RunningServer server, string folder, string user)
{
    private const string Mutation = """
        mutation($input: ImportOntologyInput!) { importOntology(input: $input) {
          commit { hash }
          summary { elements { kind count } created updated renamed deprecated restored unchanged vanished deleted unmapped(first: 1000) { subject reason line } }
          errors { ... on Error { code message } } } }
        """;

    /// <summary>Sends the files and waits for the outcome.</summary>
    /// <exception cref="StartRefusedException">The server can not be reached, or gave no answer that can be read.</exception>
    internal async Task<Result<ImportAnswer>> ImportAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        var files = new List<object>();
        foreach (var file in request.Files)
        {
            var opened = file.Open();
            if (!opened.IsOk)
                return opened.Refusals;
            using var bytes = new MemoryStream();
            await using (var content = opened.Value)
                await content.CopyToAsync(bytes, cancellationToken);
            files.Add(new { name = file.Name, content = Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length) });
        }

        var input = new
        {
            branch = request.Branch, format = request.Format.ToString().ToUpperInvariant(), files, issues = request.Issues, message = request.Message,
        };
        await using var session = new ServerSession(server, folder, user);
        return Read(request.Branch, await session.PostAsync(new { query = Mutation, variables = new { input } }, cancellationToken));
    }

    private Result<ImportAnswer> Read(string branch, JsonElement response)
    {
        if (response.TryGetProperty("errors", out var faults))
            throw new StartRefusedException($"the server at {server.Url} refused: {faults[0].GetProperty("message").GetString()}");
        var payload = response.GetProperty("data").GetProperty("importOntology");
        if (payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors)
            return ImmutableArray.CreateRange<Refusal>(errors.EnumerateArray().Select(e => new RefusedByServer(e.GetProperty("code").GetString()!, e.GetProperty("message").GetString()!)));
        var commit = payload.GetProperty("commit") is { ValueKind: JsonValueKind.Object } made ? ObjectHash.Trusted(made.GetProperty("hash").GetString()!) : (ObjectHash?)null;
        return new ImportAnswer(branch, commit, SummaryOf(payload.GetProperty("summary")));
    }

    private static ImportSummary SummaryOf(JsonElement summary) => new(
        summary.GetProperty("elements").EnumerateArray().ToImmutableSortedDictionary(
            e => CanonicalJson.Read<ElementKind>(Encoding.UTF8.GetBytes(e.GetProperty("kind").GetRawText())), e => e.GetProperty("count").GetInt32()),
        Count(summary, "created"),
        Count(summary, "updated"),
        Count(summary, "renamed"),
        Count(summary, "deprecated"),
        Count(summary, "restored"),
        Count(summary, "unchanged"),
        Count(summary, "vanished"),
        [.. summary.GetProperty("unmapped").EnumerateArray().Select(u => new Unmapped(u.GetProperty("subject").GetString()!, u.GetProperty("reason").GetString()!, null))]) { Deleted = Count(summary, "deleted") };

    private static int Count(JsonElement summary, string name) => summary.GetProperty(name).GetInt32();
}
