using Oms.Domain.Access;
using Oms.Domain.Audit;
using Oms.Domain.Branches;
using Oms.Domain.Events;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Storage;

namespace Oms.Storage.Tests;

/// <summary>Small true pieces to make changes of.</summary>
internal static class Given
{
    internal static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    internal static readonly Actor Ann = new("ann", [Role.Developer], "192.0.2.7", "curl/8");

    internal static BranchName Branch(string name) => BranchName.Trusted(name);

    internal static StoredObject Object(string text) => StoredObject.Of(System.Text.Encoding.UTF8.GetBytes(text));

    internal static ElementChange Created(string element) => new(
        ElementId.Trusted(element), ChangeOperation.Create, element.Replace("ot-", "T", StringComparison.Ordinal), default, ObjectHash.Of("x"u8));

    internal static (StoredObject Object, CommitRecord Record) Commit(
        string message, CommitRecord? parent = null, DateTimeOffset? time = null, string[]? issues = null, params string[] elements)
    {
        var commit = new Commit
        {
            Parents = parent is null ? [] : [parent.Id],
            Author = Ann.Subject,
            Time = time ?? Noon,
            Message = message,
            Issues = [.. issues ?? []],
        };
        var stored = StoredObject.Of(CanonicalJson.Write(commit));
        return (stored, new(stored.Hash, commit, (parent?.Generation ?? 0) + 1, [.. elements.Select(Created)]));
    }

    internal static Branch BranchAt(string name, ObjectHash head, long version = 1) => new()
    {
        Name = Branch(name),
        Head = head,
        Version = version,
        CreatedAt = Noon,
        CreatedBy = Ann.Subject,
        CreatedAtCommit = head,
        StateChangedAt = Noon,
    };

    internal static Change FirstCommit(string branch, out CommitRecord commit, params string[] elements)
    {
        var (stored, record) = Commit($"first of {branch}", elements: elements);
        commit = record;
        return new Change { Objects = [stored], Commits = [record], Branches = [new(BranchAt(branch, record.Id), 0)] };
    }

    internal static Change NextCommit(Branch branch, CommitRecord parent, string message, out CommitRecord commit, DateTimeOffset? time = null)
    {
        var (stored, record) = Commit(message, parent, time ?? Noon, null, "ot-" + Math.Abs(message.GetHashCode(StringComparison.Ordinal)));
        commit = record;
        return new Change
        {
            Objects = [stored],
            Commits = [record],
            Branches = [new(branch with { Head = record.Id, Version = branch.Version + 1 }, branch.Version)],
        };
    }

    internal static AuditEntry Entry(string id, string action = "branch.create", string target = "main", int minute = 0) => new()
    {
        Id = id,
        Time = Noon.AddMinutes(minute),
        Actor = Ann,
        Action = action,
        TargetType = action[..action.IndexOf('.', StringComparison.Ordinal)],
        TargetId = target,
        Branch = "main",
        Success = true,
        Before = new JsonLiteral("{\"a\":1}"),
        After = new JsonLiteral("[\"é\",2]"),
        Issues = ["OMS-1"],
        Reason = "because",
        CorrelationId = "c-1",
    };

    internal static EventRecord Event(string id, string? branch = "main", int minute = 0) => new()
    {
        Id = id,
        Type = EventTypes.BranchUpdated,
        Subject = "branch/" + branch,
        Time = Noon.AddMinutes(minute),
        Branch = branch,
        Author = Ann.Subject,
        CorrelationId = "c-1",
        Data = new JsonLiteral("{\"n\":1}"),
    };
}
