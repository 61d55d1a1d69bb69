using System.Collections.Immutable;
using Oms.Engine.Response;
using Oms.Engine.Types;

namespace Oms.Engine.Execution;

/// <summary>The files of one request and where its variables have them; by number, as the placeholders in the variables name them.</summary>
/// <param name="places">Each place of a file in the variables, and the file.</param>
internal sealed class UploadedFiles(IReadOnlyList<(string Path, IFile File)> places)
{
    /// <summary>
    /// Puts the files into coerced variables. Recurses as deep as the variables are nested, which their reader bounds.
    /// </summary>
    /// <param name="variables">The variables.</param>
    /// <returns>An error for each file whose place is no <c>Upload</c> of the operation.</returns>
    public ImmutableArray<GraphQLError> PutInto(VariableValues variables)
    {
        var isTaken = new bool[places.Count];
        Replace(variables.Values, isTaken);
        return [.. places.Where((_, number) => !isTaken[number]).Select(place => NotTaken(place.Path))];
    }

    private void Replace(object?[] values, bool[] isTaken)
    {
        for (var i = 0; i < values.Length; i++)
        {
            switch (values[i])
            {
                case UploadReference reference:
                    values[i] = places[reference.Number].File;
                    isTaken[reference.Number] = true;
                    break;
                case object?[] items:
                    Replace(items, isTaken);
                    break;
                case CoercedInputs inputs:
                    Replace(inputs.Values, isTaken);
                    break;
            }
        }
    }

    private static GraphQLError NotTaken(string path) => ErrorBuilder.New()
        .SetMessage($"A file is mapped to \"{path}\", which the operation does not take as a value of the type {UploadCoercion.TypeName}.")
        .SetCode(ErrorCodes.VariableCoercion)
        .Build();
}
