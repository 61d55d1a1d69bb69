using System.Text.Json.Nodes;
using Oms.Domain.Compatibility;
using Oms.Domain.Ontology;

namespace Oms.Domain.Merging;

/// <summary>Merges records of the model field by field. The records bound the recursion: none holds one of its own type.</summary>
internal sealed class RecordMerge(Decider decider, Snapshot ours)
{
    private readonly TypeMerge types = new(decider, ours);
    private readonly ConstraintMerge constraints = new(decider);
    private readonly AnnotationMerge annotations = new(decider);

    /// <summary>The record with the changes of both sides.</summary>
    /// <param name="base">Before both; null where both added it, so that every field that is set counts as changed.</param>
    /// <param name="ours">On our side.</param>
    /// <param name="theirs">On their side, under the same identity.</param>
    /// <param name="place">Where.</param>
    internal object Merge(object? @base, object ours, object theirs, Place place)
    {
        var shape = RecordShape.Of(ours.GetType());
        var merged = shape.Like(ours);
        FieldGroup? counter = null;
        foreach (var group in shape.Groups)
            if (group.Fields[0].Kind == FieldKind.Counter)
                counter = group;
            else
                Merge(group, @base ?? shape.Blank, ours, theirs, merged, place);
        counter?.Fields[0].Set(merged, Counted(shape, counter.Fields[0], ours, theirs, merged));
        return merged;
    }

    private void Merge(FieldGroup group, object @base, object ours, object theirs, object merged, Place place)
    {
        if (group.Fields.Length == 1)
            Merge(group.Fields[0], @base, ours, theirs, merged, place);
        else if (group.Same(ours, theirs) || group.Same(@base, theirs))
            group.Copy(ours, merged);
        else if (group.Same(@base, ours))
            group.Copy(theirs, merged);
        else
            MergeGroup(group, @base, ours, theirs, merged, place.At(group.Name));
    }

    private void Merge(RecordField field, object @base, object ours, object theirs, object merged, Place place)
    {
        var (b, o, t) = (field.Get(@base), field.Get(ours), field.Get(theirs));
        if (ModelValues.Same(o, t) || ModelValues.Same(b, t))
            field.Set(merged, o);
        else
            field.Set(merged, ModelValues.Same(b, o) ? t : Merge(field, b, o, t, place.At(field.Name)));
    }

    private object? Merge(RecordField field, object? b, object? o, object? t, Place place)
    {
        return field.Kind switch
        {
            FieldKind.Name => Name((string)b!, (string)o!, (string)t!, place),
            FieldKind.Texts => Texts((LocalizedText)b!, (LocalizedText)o!, (LocalizedText)t!, place),
            FieldKind.Annotations => annotations.Merge((Annotations)b!, (Annotations)o!, (Annotations)t!, place),
            FieldKind.Set => Set(field, b, o, t, place),
            FieldKind.Records => Records(field, b, o, t, place),
            FieldKind.Constraints => constraints.Merge(field, b, o, t, place),
            FieldKind.Record when o is not null && t is not null => Merge(b, o, t, place),
            _ when field.Type == typeof(TypeRef) => types.Merge((TypeRef?)b, (TypeRef?)o, (TypeRef?)t, place),
            _ when field.Type == typeof(Cardinality) => types.Merge((Cardinality)b!, (Cardinality)o!, (Cardinality)t!, place),
            _ => Scalar(field, b, o, t, place),
        };
    }

    private object? Scalar(RecordField field, object? b, object? o, object? t, Place place)
    {
        var question = Sided(place.Ask(ConflictKind.ModifyModify, SemanticKind.ValueChange, Severity.Error), field, b, o, t);
        return decider.Decide(question, (b, o, t), null, null, v => Decider.Read(v, field.Type));
    }

    private object? Name(string b, string o, string t, Place place)
    {
        var question = place.Ask(ConflictKind.ModifyModify, SemanticKind.NameChange, Severity.Error) with
        {
            Base = Text(b), Ours = Text(o), Theirs = Text(t),
        };
        // To write a name in other letters says less than to give another name (domain.md 3.5).
        var settled = string.Equals(b, o, StringComparison.OrdinalIgnoreCase) ? t
            : string.Equals(b, t, StringComparison.OrdinalIgnoreCase) ? o : null;
        if (settled is not null && b.Length > 0)
            question = question with { Severity = Severity.Warn, Strategy = "prefer_semantic_rename" };
        return decider.Decide(question.WithSides(), (b, o, t), settled, null, v => Decider.Read(v, typeof(string)));
    }

    private LocalizedText Texts(LocalizedText b, LocalizedText o, LocalizedText t, Place place)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in o.Texts.Keys.Union(t.Texts.Keys).Union(b.Texts.Keys))
            if (TextMerging.Merge(decider, SemanticKind.TextChange, b.Texts.GetValueOrDefault(language), o.Texts.GetValueOrDefault(language),
                t.Texts.GetValueOrDefault(language), place.At(language)) is { } text)
                texts[language] = text;
        return new LocalizedText(texts);
    }

    private object Set(RecordField field, object? b, object? o, object? t, Place place)
    {
        var list = field.List!;
        var merged = list.Build(KeyedMerge.Merge(list.Items(b), list.Items(o), list.Items(t), ListShape.KeyOf, KeyedMerge.Plain));
        var question = Sided(place.Ask(ConflictKind.ModifyModify, SemanticKind.SetChange, Severity.Info), field, b, o, t);
        return decider.Decide(question with { Strategy = "set_union" }, (b, o, t), merged, merged, v => Decider.Read(v, field.Type))!;
    }

    private object Records(RecordField field, object? b, object? o, object? t, Place place)
    {
        var list = field.List!;
        var (mine, others) = (list.Items(o), list.Items(t));
        var before = list.Items(b);
        var paired = new Dictionary<string, object>(StringComparer.Ordinal);
        return list.Build(KeyedMerge.Merge(
            before, mine, MemberUnion.Paired(before, mine, others, paired), ListShape.KeyOf,
            (key, x, y, z) =>
            {
                if (paired.TryGetValue(key, out var other))
                    TellPaired(y!, z!, other, At(place, y!));
                return Item(x, y, z, place);
            },
            contested => TheirsLead(before, mine, others, contested, place)));
    }

    private void TellPaired(object ours, object aligned, object theirs, Place place)
    {
        var isAlike = RecordShape.Of(ours.GetType()).Same(ours, aligned);
        var question = place.Ask(ConflictKind.AddAdd, SemanticKind.NameCollision, isAlike ? Severity.Info : Severity.Warn) with { IsAlike = isAlike };
        decider.Log.Tell(Items(question, null, ours, theirs), "unify");
    }

    // Both moved the same items, and only one can have its way: told, and answered otherwise by who minds.
    private bool TheirsLead(
        IReadOnlyList<object> b, IReadOnlyList<object> o, IReadOnlyList<object> t, IReadOnlyList<string> contested, Place place)
    {
        var question = place.At("order").Ask(ConflictKind.ModifyModify, SemanticKind.SetChange, Severity.Info) with
        {
            Base = Names(b), Ours = Names(o), Theirs = Names(t),
            Subject = $"the place of {string.Join(", ", o.Where(i => contested.Contains(ListShape.KeyOf(i))).Select(i => $"'{NameOf(i)}'"))} in {place.Subject()}",
            Options = [new(ResolutionChoice.Ours, Names(o)), new(ResolutionChoice.Theirs, Names(t))],
        };
        return decider.Log.Tell(question, "keep_our_order") is { Choice: ResolutionChoice.Theirs };
    }

    private static JsonLiteral Names(IReadOnlyList<object> items) => History.CanonicalJson.Literal(items.Select(NameOf).ToArray());

    private static string NameOf(object item) => item is Member member ? member.Name : ListShape.KeyOf(item);

    private object? Item(object? b, object? o, object? t, Place place)
    {
        if (b is null && (o ?? t) is { } added && (o is null || t is null))
            return added;
        if (b is not null && (o is null || t is null))
            return Removed(b, o, t, At(place, b));
        // An item that a side has not touched is mostly the very same, and is not looked into.
        if (ReferenceEquals(b, t) || ReferenceEquals(o, t) || RecordShape.Of(o!.GetType()).Same(o, t!))
            return o;
        if (ReferenceEquals(b, o))
            return t;
        var inner = At(place, o!);
        if (b is null)
            decider.Log.Tell(Items(inner.Ask(ConflictKind.AddAdd, SemanticKind.SameAddition, Severity.Warn), b, o, t), "merge_properties");
        return Merge(b, o!, t!, inner);
    }

    private object? Removed(object b, object? o, object? t, Place place)
    {
        if ((o ?? t) is not { } left || ModelValues.Same(b, left))
            return null;
        var goes = b is Member { Status: Status.Deprecated };
        var question = Items(place.Ask(
            o is null ? ConflictKind.DeleteModify : ConflictKind.ModifyDelete, SemanticKind.DeleteAfterModify, goes ? Severity.Warn : Severity.Error), b, o, t);
        return decider.Keep(goes ? question with { Strategy = "accept_deletion_of_deprecated" } : question, b, o, t, goes);
    }

    private void MergeGroup(FieldGroup group, object @base, object ours, object theirs, object merged, Place place)
    {
        if (group.Name == "status" && Settled(group, @base, ours, theirs, merged, place))
            return;
        if (group.Name == "type" && ModelValues.Same(group.Fields[1].Get(ours), group.Fields[1].Get(theirs))
            && group.Fields[0].Get(ours) is TypeRef o && group.Fields[0].Get(theirs) is TypeRef t)
        {
            group.Copy(ours, merged);
            group.Fields[0].Set(merged, types.Merge((TypeRef?)group.Fields[0].Get(@base), o, t, place));
            return;
        }

        var semantic = group.Name switch
        {
            "status" => SemanticKind.StatusChange,
            "type" => SemanticKind.TypeChange,
            "directionality" => SemanticKind.CardinalityChange,
            _ => SemanticKind.ValueChange,
        };
        var question = (place.Ask(ConflictKind.ModifyModify, semantic, Severity.Error) with
        {
            Base = group.Json(@base), Ours = group.Json(ours), Theirs = group.Json(theirs),
        }).WithSides();
        switch (decider.Decide(question, (@base, ours, theirs), null, null, v => Parts(group, v)))
        {
            case List<(RecordField Field, object? Value)> parts:
                foreach (var (field, value) in parts)
                    field.Set(merged, value);
                break;
            case { } side:
                group.Copy(side, merged);
                break;
        }
    }

    // Both deprecate: the reasons are one question, the deadlines another.
    private bool Settled(FieldGroup group, object @base, object ours, object theirs, object merged, Place place)
    {
        var deprecation = group.Fields[1];
        if (deprecation.Get(ours) is not { } o || deprecation.Get(theirs) is not { } t)
            return false;
        group.Copy(ours, merged);
        deprecation.Set(merged, Merge(deprecation.Get(@base), o, t, place));
        return true;
    }

    private static List<(RecordField, object?)>? Parts(FieldGroup group, JsonLiteral value)
    {
        if (JsonNode.Parse(value.Text) is not JsonObject json)
            return null;
        var parts = new List<(RecordField, object?)>();
        foreach (var field in group.Fields)
            if (json[field.Name] is not { } node)
                continue;
            else if (Decider.Read(new JsonLiteral(node.ToJsonString()), field.Type) is { } part)
                parts.Add((field, part));
            else
                return null;
        return parts;
    }

    private static Question Sided(Question question, RecordField field, object? b, object? o, object? t) => (question with
    {
        Base = ModelValues.Json(b, field.Type), Ours = ModelValues.Json(o, field.Type), Theirs = ModelValues.Json(t, field.Type),
    }).WithSides();

    private static Question Items(Question question, object? b, object? o, object? t) => question with
    {
        Base = b is null ? null : ModelValues.Json(b, b.GetType()),
        Ours = o is null ? null : ModelValues.Json(o, o.GetType()),
        Theirs = t is null ? null : ModelValues.Json(t, t.GetType()),
    };

    private static Place At(Place place, object item) => item is Member member ? place.Outer.At(member) : place.At(ListShape.KeyOf(item));

    private static JsonLiteral Text(string text) => History.CanonicalJson.Literal(text);

    private static object Counted(RecordShape shape, RecordField counter, object ours, object theirs, object merged)
    {
        var rules = shape.Groups.Where(g => g.Name is "baseType" or "constraints").ToList();
        if (rules.TrueForAll(g => g.Same(merged, ours)))
            return counter.Get(ours)!;
        if (rules.TrueForAll(g => g.Same(merged, theirs)))
            return counter.Get(theirs)!;
        return Math.Max((int)counter.Get(ours)!, (int)counter.Get(theirs)!) + 1;
    }
}
