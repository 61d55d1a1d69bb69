using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Deltas;
using Oms.Domain.History;
using Oms.Graph.Authentication;
using Oms.Graph.Ontology;
using Oms.Graph.Registry;

namespace Oms.Graph.Deltas;

/// <summary>
/// <c>GET /ontology</c>: a branch's head for clients that keep a copy. The entity tag is the root hash (RFC 9110 8.8.3); who has it is told 304, who
/// names the commit it has by <c>since</c> is given what <c>changesSince</c> gives. The forms are in docs/deltas.md.
/// </summary>
internal static class DeltaEndpoint
{
    /// <summary>The header that names the commit of the answer, to ask with the next time.</summary>
    internal const string CommitHeader = "Oms-Commit";

    /// <summary>Maps it.</summary>
    internal static void MapDeltas(this WebApplication application) => application.MapGet("/ontology", AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        HttpContext http, OntologyRegistry registry, string branch = "main", string? since = null, CancellationToken cancellationToken = default)
    {
        var user = await http.AuthenticateAsync();
        if (!user.Succeeded)
            return Results.Challenge();
        if (!RightAuthorizationHandler.RolesOf(user.Principal).Any(role => PermissionTable.Allows(role, Right.SchemaRead)))
            return Refusal(StatusCodes.Status403Forbidden, "AUTH_NOT_AUTHORIZED", "Reading the ontology needs the right schema:read.");
        if (!BranchName.TryParse(branch, out var name) || await registry.GetBranchAsync(name, cancellationToken) is not { } found)
            return Refusal(StatusCodes.Status404NotFound, "BRANCH_NOT_FOUND", "There is no branch of this name.");
        if (since is not null && !ObjectHash.TryParse(since, out _))
            return Refusal(StatusCodes.Status400BadRequest, "INVALID_ID", "`since` takes the id of a commit: 64 hexadecimal digits.");
        return await ReadAsync(http, registry, found, since, cancellationToken);
    }

    private static async Task<IResult> ReadAsync(HttpContext http, OntologyRegistry registry, Branch branch, string? since, CancellationToken cancellationToken)
    {
        var head = (await FindAsync(registry, branch, branch.Head, cancellationToken))!;
        var tag = new EntityTagHeaderValue($"\"{head.Snapshot.Tree}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers[CommitHeader] = branch.Head.Value;
        if (Has(http.Request.Headers.IfNoneMatch, tag))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        // Who has a commit that is not known here has another registry's copy, or one older than a restored backup: it is given everything.
        var known = ObjectHash.TryParse(since, out var commit) ? await FindAsync(registry, branch, commit, cancellationToken) : null;
        if (known is null)
            return Results.Bytes(DeltaWriter.Full(head.Snapshot), "application/json");
        return new ChangesNode(known, head).Bytes is { } bytes
            ? Results.Bytes(bytes, "application/json")
            : Results.StatusCode(StatusCodes.Status304NotModified);
    }

    // A tag is compared weakly (RFC 9110 13.1.2): compression on the way makes it weak, and the content is the same.
    private static bool Has(StringValues tags, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(tags, out var parsed) && parsed.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));

    private static async ValueTask<Revision?> FindAsync(OntologyRegistry registry, Branch branch, ObjectHash id, CancellationToken cancellationToken) =>
        await registry.GetCommitAsync(id, cancellationToken) is { } commit && await registry.GetSnapshotAsync(id, cancellationToken) is { } snapshot
            ? new Revision(branch, commit, snapshot, isHead: id == branch.Head)
            : null;

    private static IResult Refusal(int status, string code, string message) => Results.Json(new { code, message }, statusCode: status);
}
