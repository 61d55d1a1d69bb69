using System.Globalization;
using Oms.Engine.Execution;
using Oms.Engine.Types;

namespace Oms.Engine.AspNetCore.Uploads;

/// <summary>Puts the files of a multipart request into the variables of its operations.</summary>
internal static class UploadPlacement
{
    // More than variables can be deep; what is longer is not taken apart any further, and not found.
    private const int MaxSteps = 200;

    /// <summary>Puts each file where <c>map</c> says that it belongs.</summary>
    /// <param name="multipart">The request.</param>
    /// <param name="envelopes">Its operations.</param>
    /// <param name="isBatch">Whether they came as a list, so that paths begin with an index.</param>
    /// <returns>Why they were refused; null when they were not.</returns>
    public static TransportRefusal? Apply(MultipartRequest multipart, IReadOnlyList<RequestEnvelope> envelopes, bool isBatch)
    {
        var places = new Dictionary<(int Request, int Variables), UploadPlace>();
        foreach (var (name, paths) in multipart.Map)
        {
            foreach (var path in paths)
            {
                if (Add(places, new MappedFile(path, multipart[name]), envelopes, isBatch) is { } refusal)
                    return refusal;
            }
        }

        foreach (var ((request, variables), place) in places)
        {
            if (Fill(envelopes[request], variables, place) is { } refusal)
                return refusal;
        }

        return null;
    }

    private static TransportRefusal? Add(
        Dictionary<(int Request, int Variables), UploadPlace> places, MappedFile file, IReadOnlyList<RequestEnvelope> envelopes, bool isBatch)
    {
        ReadOnlySpan<string> steps = file.Path.Split('.', MaxSteps);
        var request = 0;
        if (isBatch)
        {
            if (!TryReadIndex(steps[0], envelopes.Count, out request))
                return UploadRefusals.NotVariables(file.Path, "the index of an operation");
            steps = steps[1..];
        }

        if (steps.IsEmpty || steps[0] != "variables")
            return UploadRefusals.NotVariables(file.Path, isBatch ? "the index of an operation and \"variables.\"" : "\"variables.\"");
        steps = steps[1..];
        var variables = 0;
        if (envelopes[request].VariableSets is { } sets && !steps.IsEmpty)
        {
            if (!TryReadIndex(steps[0], sets.Count, out variables))
                return UploadRefusals.NotFound(file.Path);
            steps = steps[1..];
        }

        if (steps.IsEmpty)
            return UploadRefusals.InvalidPath(file.Path, "names no variable");
        if (!places.TryGetValue((request, variables), out var place))
            places[(request, variables)] = place = new UploadPlace();
        return place.Add(steps, file);
    }

    private static TransportRefusal? Fill(RequestEnvelope envelope, int variables, UploadPlace place)
    {
        var files = new List<(string Path, IFile File)>();
        var given = envelope.VariableSets?[variables] ?? envelope.Variables;
        if (place.Fill(given, files, out var filled) is { } refusal)
            return refusal;
        if (envelope.VariableSets is { } sets)
            sets[variables] = filled;
        else
            envelope.Variables = filled;
        envelope.Uploads ??= new UploadedFiles?[envelope.Executions];
        envelope.Uploads[variables] = new UploadedFiles(files);
        return null;
    }

    private static bool TryReadIndex(string text, int count, out int index) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < count;
}
