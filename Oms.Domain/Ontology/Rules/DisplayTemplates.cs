using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>Templates that show a value: text with field names in braces.</summary>
internal static class DisplayTemplates
{
    internal static void Check(string? template, IReadOnlyCollection<string> fields, string what, Trail trail, Violations violations)
    {
        if (template is null)
            return;
        new TextRules(violations).Check(template, what, Limits.TemplateLength, trail);
        for (var rest = template.AsSpan(); rest.IndexOfAny('{', '}') is >= 0 and var brace; )
        {
            var end = rest[(brace + 1)..].IndexOfAny('{', '}');
            if (rest[brace] == '}' || end < 0 || rest[brace + 1 + end] == '{')
            {
                violations.Add(trail, new InvalidDefinition("template_braces", $"A brace in the {what} opens or closes nothing; fields are written as {{name}}."));
                return;
            }

            var field = rest.Slice(brace + 1, end).ToString();
            if (!fields.Contains(field))
                violations.Add(trail, new UnknownReference(
                    Words.Shortened(field), "field", $"The {what} names '{Words.Shortened(field)}'; there is {string.Join(", ", fields.Take(20))}."));
            rest = rest[(brace + 2 + end)..];
        }
    }
}
