using System.Collections.Immutable;
using Oms.Domain.Compatibility.GraphQl;
using Oms.Domain.Import;
using Oms.Domain.Import.GraphQl;
using Oms.Domain.Refusals;
using Oms.Graph.Import;
using Oms.Graph.Import.GraphQl;

namespace Oms.Graph.Compatibility;

/// <summary>Judges two files without a server and without a data folder.</summary>
internal static class FileCheck
{
    /// <summary>Compares two GraphQL schemas for the clients of their API.</summary>
    internal static Result<CompatibilityReport> GraphQl(string before, string after, CancellationToken cancellationToken)
    {
        // The two are read at the same time: reading is nearly all of the work.
        var reading = Task.Run(() => Read(before, cancellationToken), cancellationToken);
        var now = Read(after, cancellationToken);
        var old = reading.GetAwaiter().GetResult();
        if (!old.IsOk || !now.IsOk)
            return ImmutableArray.CreateRange(old.Refusals.Concat(now.Refusals));
        var letPass = old.Value.LetPass.Select(l => InFile(before, l)).Concat(now.Value.LetPass.Select(l => InFile(after, l)));
        return new CompatibilityReport(before, after, GraphQlComparison.Compare(old.Value, now.Value), [.. letPass]);
    }

    private static Unmapped InFile(string file, Unmapped one) => one with { Subject = $"{file}: {one.Subject}" };

    private static Result<GraphQlSchema> Read(string file, CancellationToken cancellationToken) =>
        GraphQlReader.ReadHeldAgainstRules(ImportFile.OnDisk(file), cancellationToken);
}
