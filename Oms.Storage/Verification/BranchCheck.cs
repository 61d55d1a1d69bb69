using System.Text.Json;
using Oms.Domain.Branches;
using Oms.Domain.History;
using Oms.Domain.Storage;

namespace Oms.Storage.Verification;

/// <summary>Checks branches, the record of their heads, and documents.</summary>
internal sealed class BranchCheck(StoredContent content, IReadOnlySet<ObjectHash> commits, DamageList found)
{
    /// <summary>How many branches there are.</summary>
    internal int Branches { get; private set; }

    /// <summary>How many documents there are.</summary>
    internal int Documents { get; private set; }

    internal void Run()
    {
        foreach (var (name, version, head, bytes) in content.Select(
            "SELECT name, version, head, content FROM branches ORDER BY name", r => (r.GetString(0), r.GetInt64(1), r.GetString(2), (byte[])r.GetValue(3))))
            Check(name, version, head, bytes);
        foreach (var (kind, key, version, bytes) in content.Select(
            "SELECT kind, key, version, content FROM documents", r => (r.GetString(0), r.GetString(1), r.GetInt64(2), (byte[])r.GetValue(3))))
            CheckDocument($"{kind}/{key}", version, bytes);
    }

    private void Check(string name, long version, string head, byte[] bytes)
    {
        Branches++;
        if (content.Read<Branch>(bytes, DamageKind.Branch, name) is { } branch
            && (branch.Name.Value != name || branch.Version != version || branch.Head.Value != head))
            Tell(name, $"its record says {branch.Name} at {branch.Head}, version {branch.Version}; its row says {head}, version {version}");
        if (!commits.Contains(ObjectHash.Trusted(head)))
            Tell(name, $"its head {head} is no commit here");
        CheckHeads(name, version, head);
    }

    private void CheckHeads(string name, long version, string head)
    {
        var heads = content.Select(
            "SELECT version, since, head FROM branch_heads WHERE branch = @p0 ORDER BY version", r => (Version: r.GetInt64(0), Since: r.GetInt64(1), Head: r.GetString(2)), name);
        if (heads.Count == 0 || heads[^1].Head != head || heads[^1].Version > version)
            Tell(name, $"the last of its recorded heads is {(heads.Count == 0 ? "missing" : heads[^1].Head)}, and it stands at {head}");
        for (var i = 0; i < heads.Count; i++)
        {
            if (!commits.Contains(ObjectHash.Trusted(heads[i].Head)))
                Tell(name, $"its head {heads[i].Head} of version {heads[i].Version} is no commit here");
            if (i > 0 && heads[i].Since < heads[i - 1].Since)
                Tell(name, $"its head of version {heads[i].Version} is recorded as older than the one before");
        }
    }

    private void CheckDocument(string name, long version, byte[] bytes)
    {
        Documents++;
        if (version < 1)
            found.Add(DamageKind.Document, name, $"its version is {version}");
        try
        {
            using var document = JsonDocument.Parse(bytes);
        }
        catch (JsonException e)
        {
            found.Add(DamageKind.Document, name, $"it is no JSON: {e.Message}");
        }
    }

    private void Tell(string branch, string message) => found.Add(DamageKind.Branch, branch, message);
}
