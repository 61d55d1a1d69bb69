using System.Text.Json;
using Oms.Graph.Tests.Door;

namespace Oms.Graph.Tests.Histories;

/// <summary>
/// Replays what the audit log of a branch says, in its order, which is that of the transactions: nobody writes inside another's lease, and no
/// two leases overlap.
/// </summary>
internal static class LeaseChecker
{
    private const string Branch = "BRANCH";

    /// <summary>Every breach, in words.</summary>
    /// <param name="entries">Entries of one branch, oldest first: action, targetType, targetId, success, before, after and the actor's subject.</param>
    internal static IReadOnlyList<string> Check(IEnumerable<JsonElement> entries)
    {
        var held = new Dictionary<string, (string Holder, string[] Scopes)>(StringComparer.Ordinal);
        var found = new List<string>();
        foreach (var entry in entries.Where(e => e.At("success").GetBoolean()))
        {
            var (action, actor) = (entry.Text("action")!, entry.Text("actor.subject")!);
            switch (action)
            {
                case "lock.acquire":
                    var taken = entry.At("after");
                    found.AddRange(held.Values.Where(h => h.Scopes.Any(s => ScopesOf(taken).Any(t => Overlap(s, t)))).Select(h => $"{actor} took a lock inside that of {h.Holder}"));
                    held[taken.Text("id")!] = (taken.Text("holder")!, ScopesOf(taken));
                    break;
                case "lock.release" or "lock.expire" or "lock.force_unlock":
                    held.Remove(entry.Text("before.id")!);
                    break;
                case "indexing.complete":
                    held.Remove(entry.Text("targetId")!);
                    break;
                case "indexing.fail":
                    held.Clear();
                    break;
                default:
                    if (KindOf(entry.Text("targetType")!) is { } kind)
                        found.AddRange(held.Values.Where(h => h.Holder != actor && h.Scopes.Any(s => Overlap(s, kind))).Select(h => $"{actor} wrote {entry.Text("targetId")} inside the lease of {h.Holder}"));
                    break;
            }
        }

        return found;
    }

    private static string[] ScopesOf(JsonElement held) => held.TryGetProperty("scopes", out var scopes)
        ? [.. scopes.EnumerateArray().Select(s => s.TryGetProperty("kind", out var kind) ? kind.GetString()! : Branch)]
        : [Branch];

    private static bool Overlap(string one, string other) => one == Branch || other == Branch || one == other;

    private static string? KindOf(string targetType) => targetType is "object_type" or "interface" or "value_type" ? targetType.ToUpperInvariant() : null;
}
