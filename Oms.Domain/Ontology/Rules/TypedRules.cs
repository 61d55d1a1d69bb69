using System.Collections.Immutable;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Rules;

/// <summary>
/// Everything about types, constraints and values of an element and its members. What is checked here depends on the value types, struct
/// types and shared properties that the element refers to, so it is put again to an element when one of those changes.
/// </summary>
internal sealed class TypedRules
{
    private readonly Transition transition;
    private readonly TypeRules types;
    private readonly ConstraintRules constraints;
    private readonly TextRules texts;

    internal TypedRules(Transition transition)
    {
        this.transition = transition;
        types = new TypeRules(transition.Violations);
        constraints = new ConstraintRules(transition);
        texts = new TextRules(transition.Violations);
    }

    internal void Check(Element element, List<MemberPlace> members, Trail trail)
    {
        switch (element)
        {
            case SharedProperty shared:
                Check(shared.Type, shared.Constraints, shared.DefaultValue, trail);
                break;
            case ValueType value:
                CheckValueType(value, trail);
                break;
            case FunctionType { ReturnType: { } returned }:
                types.Check(returned, trail.At("returnType"));
                break;
        }

        foreach (var place in members)
            if (!place.IsKnown || !StandsAlone(place.Member))
                Check(place.Member, element, place.In(trail));
    }

    // What its type means is said by no other element.
    private static bool StandsAlone(Member member) => member switch
    {
        Property { SharedProperty: null } property => IsData(property.Type),
        StructField field => IsData(field.Type),
        Parameter parameter => IsData(parameter.Type),
        _ => false,
    };

    private static bool IsData(TypeRef? type) => type is null or { DataType: not null, ValueType: null, StructType: null, ObjectType: null, Items: null, Key: null };

    private void Check(Member member, Element element, Trail trail)
    {
        switch (member)
        {
            case Property property:
                CheckProperty(property, element, trail);
                break;
            case StructField field:
                Check(field.Type, field.Constraints, field.DefaultValue, trail);
                types.CheckFlat(field.Type, "A field of a struct", trail.At("type"));
                break;
            case Parameter parameter:
                Check(parameter.Type, parameter.Constraints, parameter.DefaultValue, trail);
                break;
        }
    }

    private void CheckProperty(Property property, Element element, Trail trail)
    {
        if (property.SharedProperty is null)
            types.Check(property.Type, trail.At("type"));
        else if (property.Type is not null)
            transition.Violations.Add(trail.At("type"), new InvalidDefinition(
                "shared_type_is_fixed", "A property that refers to a shared property takes its type from there; the type cannot be overridden."));
        var whole = transition.After.Resolve(property, element.Id);
        CheckConstraintTexts(property.Constraints, trail);
        constraints.Check(whole.Constraints, whole.Type, trail.At("constraints"));
        CheckValue(whole.DefaultValue, whole.Type, whole.Constraints, "default value", trail.At("defaultValue"));
        if (property.IsPrimaryKey)
            CheckPrimaryKey(whole, element, trail.At("isPrimaryKey"));
        CheckHints(property.UiHints, trail.At("uiHints"));
    }

    private void CheckPrimaryKey(EffectiveProperty property, Element element, Trail trail)
    {
        if (element is not ObjectType)
            transition.Violations.Add(trail, new InvalidDefinition(
                "primary_key_of_object_type", $"Only object types have a primary key, not the {Words.Of(element)}."));
        else if (TypeMeaning.Of(property.Type, transition.After) is { IsPlain: false })
            transition.Violations.Add(trail, new InvalidDefinition(
                "primary_key_is_plain", "A primary key is one text, whole number, decimal, day or time, or a value type over one."));
    }

    private void CheckHints(UiHints? hints, Trail trail)
    {
        if (hints is null)
            return;
        texts.Check(hints.InputType, "input type", Limits.WordLength, trail.At("inputType"));
        texts.Check(hints.Placeholder, "placeholder", Limits.WordLength, trail.At("placeholder"));
        texts.Check(hints.HelpText, "help text", Limits.SentenceLength, trail.At("helpText"));
        texts.Check(hints.Format, "format", Limits.WordLength, trail.At("format"));
        texts.Check(hints.Unit, "unit", Limits.WordLength, trail.At("unit"));
    }

    private void CheckValueType(ValueType value, Trail trail)
    {
        types.Check(value.BaseType, trail.At("baseType"));
        types.CheckPlainBase(value.BaseType, trail.At("baseType"));
        CheckConstraintTexts(value.Constraints, trail);
        constraints.Check(value.Constraints, value.BaseType, trail.At("constraints"));
        texts.Count(value.Examples.Length, "examples", Limits.Examples, trail.At("examples"));
        for (var i = 0; i < value.Examples.Length; i++)
            CheckValue(value.Examples[i], value.BaseType, value.Constraints, "example", trail.At("examples").At(i));
        texts.Check(value.InputMask, "input mask", Limits.WordLength, trail.At("inputMask"));
        DisplayTemplates.Check(value.DisplayFormat, ["value"], "display format", trail.At("displayFormat"), transition.Violations);
    }

    private void Check(TypeRef? type, ImmutableArray<Constraint> rules, JsonLiteral? value, Trail trail)
    {
        types.Check(type, trail.At("type"));
        CheckConstraintTexts(rules, trail);
        constraints.Check(rules, type, trail.At("constraints"));
        CheckValue(value, type, rules, "default value", trail.At("defaultValue"));
    }

    private void CheckConstraintTexts(ImmutableArray<Constraint> rules, Trail trail)
    {
        for (var i = 0; i < rules.Length; i++)
            if (rules[i].Message is { } message)
                texts.Check(message, "message", Limits.SentenceLength, trail.At("constraints").At(i).At("message"));
    }

    private void CheckValue(JsonLiteral? literal, TypeRef? type, ImmutableArray<Constraint> rules, string what, Trail trail)
    {
        if (literal is null || type is null)
            return;
        foreach (var problem in transition.Values.Check(Json.Of(literal), type, rules))
        {
            var at = problem.Path.Aggregate(trail, (t, step) => t.At(step));
            transition.Violations.Add(at, new InvalidValue(
                Words.Shortened(literal.Text), $"The {what} {Words.Shortened(literal.Text)} does not conform. {problem.Message}"));
        }
    }
}
