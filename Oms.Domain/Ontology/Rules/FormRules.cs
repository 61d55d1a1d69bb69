using Oms.Domain.History;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>What has to hold before an element can be written at all: types and values no deeper than they may be.</summary>
internal sealed class FormRules(Violations violations)
{
    private readonly MemberPlaces places = new();

    internal void Check(Element element, Element? before, Trail trail)
    {
        switch (element)
        {
            case SharedProperty shared:
                Check(shared.Type, trail.At("type"));
                Check(shared.DefaultValue, trail.At("defaultValue"));
                Check(shared.Constraints, trail);
                break;
            case ValueType value:
                Check(value.BaseType, trail.At("baseType"));
                Check(value.Constraints, trail);
                for (var i = 0; i < value.Examples.Length; i++)
                    Check(value.Examples[i], trail.At("examples").At(i));
                break;
            case FunctionType function:
                Check(function.ReturnType, trail.At("returnType"));
                break;
        }

        Check(element.Annotations, trail.At("annotations"));
        foreach (var place in places.Of(element, before))
            if (!place.IsKnown)
                Check(place.Member, place.In(trail));
    }

    private void Check(Member member, Trail trail)
    {
        Check(member.Annotations, trail.At("annotations"));
        var (type, value, constraints) = member switch
        {
            Property p => (p.Type, p.DefaultValue, p.Constraints),
            StructField f => (f.Type, f.DefaultValue, f.Constraints),
            Parameter p => (p.Type, p.DefaultValue, p.Constraints),
            _ => (null, null, []),
        };
        Check(type, trail.At("type"));
        Check(value, trail.At("defaultValue"));
        Check(constraints, trail);
    }

    private void Check(Annotations annotations, Trail trail)
    {
        if (annotations.Values.Count > Limits.Annotations)
            violations.Add(trail, new LimitExceeded(
                "annotations", Limits.Annotations, annotations.Values.Count, $"At most {Limits.Annotations} annotations are allowed here, not {annotations.Values.Count}."));
        foreach (var (key, value) in annotations.Values)
            if (key.Length is 0 or > Limits.NameLength || !TextRules.IsClean(key))
                violations.Add(trail, new MalformedInput($"The key of an annotation has 1 to {Limits.NameLength} characters of Unicode without control characters."));
            else
                Check(value, trail.At(key));
    }

    private void Check(System.Collections.Immutable.ImmutableArray<Constraint> constraints, Trail trail)
    {
        for (var i = 0; i < constraints.Length; i++)
            Check(constraints[i].Value, trail.At("constraints").At(i).At("value"));
    }

    private void Check(TypeRef? type, Trail trail)
    {
        var depth = 0;
        for (var inner = type; inner is not null; inner = inner.Items)
            if (++depth > Limits.TypeDepth || inner.Key?.Items is not null || inner.Key?.Key is not null)
            {
                violations.Add(trail, new LimitExceeded("depth of a type", Limits.TypeDepth, depth, $"Types nest at most {Limits.TypeDepth} deep, and a key has no parts."));
                return;
            }
    }

    private void Check(JsonLiteral? value, Trail trail)
    {
        if (value is null)
            return;
        if (value.Text.Length > Limits.ValueLength)
            violations.Add(trail, new LimitExceeded(
                "length of a value", Limits.ValueLength, value.Text.Length, $"A value has at most {Limits.ValueLength} characters, this one {value.Text.Length}."));
        else if (!JsonText.IsUnicode(value.Text))
            violations.Add(trail, new MalformedInput("A text in this value holds half a surrogate pair."));
        else if (Json.DepthOf(value) is > Limits.ValueDepth and var depth)
            violations.Add(trail, new LimitExceeded("depth of a value", Limits.ValueDepth, depth, $"A value nests at most {Limits.ValueDepth} deep, this one {depth}."));
    }
}
