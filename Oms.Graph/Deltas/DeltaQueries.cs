using Oms.Engine.Configuration;
using Oms.Graph.Ontology;

namespace Oms.Graph.Deltas;

/// <summary>The root field of the chapter Deltas.</summary>
[ExtendObjectType("Query")]
internal static class DeltaQueries
{
    public static async Task<ChangesNode> GetChangesSinceAsync(string commit, string branch, Pin pin, CancellationToken cancellationToken)
    {
        var found = await pin.GetAsync(branch, cancellationToken);
        return new ChangesNode(await pin.AtAsync(found, new VersionInput { Commit = commit }, cancellationToken), await pin.HeadAsync(found, cancellationToken));
    }
}
