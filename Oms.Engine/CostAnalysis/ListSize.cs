using Oms.Engine.Types;

namespace Oms.Engine.CostAnalysis;

/// <summary>A <c>@listSize</c>: how long the lists of a field are.</summary>
/// <param name="AssumedSize">The length when nothing better is known.</param>
/// <param name="SlicingArguments">The arguments that bound the length.</param>
/// <param name="SlicingArgumentDefaultValue">The length when none of them is given; null for <paramref name="AssumedSize"/>.</param>
/// <param name="SizedFields">The fields of the returned object that are as long; the field itself when there are none.</param>
/// <param name="RequiresOne">Whether exactly one of the arguments must be given.</param>
internal sealed record ListSize(
    int? AssumedSize, InputValueDefinition[] SlicingArguments, int? SlicingArgumentDefaultValue, string[] SizedFields, bool RequiresOne);
