using Oms.Engine.Language;

namespace Oms.Engine.Execution;

/// <summary>Tells selection sets in which nothing is left to be collected or merged, as most are: a few fields of different names.</summary>
internal static class PlainSelections
{
    // Comparing each two names of so few costs less than a table of them.
    private const int MaxFields = 16;

    /// <summary>Whether a set is fields alone, each of a response name of its own and without directives.</summary>
    public static bool IsPlain(SelectionSetNode set)
    {
        var selections = set.Selections;
        if (selections.Length > MaxFields)
            return false;
        for (var i = 0; i < selections.Length; i++)
        {
            if (selections[i] is not FieldNode { Directives.IsEmpty: true } field)
                return false;
            for (var j = 0; j < i; j++)
                if (((FieldNode)selections[j]).ResponseName.Value == field.ResponseName.Value)
                    return false;
        }

        return true;
    }
}
