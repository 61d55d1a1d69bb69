namespace Oms.Engine.Types;

/// <summary>The kinds of changes between two schemas that clients may notice.</summary>
public enum SchemaChangeKind
{
    /// <summary>A type is gone.</summary>
    TypeRemoved,

    /// <summary>A type is of another kind, such as an interface that was an object type.</summary>
    TypeChangedKind,

    /// <summary>A union lost a member.</summary>
    TypeRemovedFromUnion,

    /// <summary>An enum lost a value.</summary>
    ValueRemovedFromEnum,

    /// <summary>An input object asks for a field it did not have.</summary>
    RequiredInputFieldAdded,

    /// <summary>A type no longer implements an interface.</summary>
    ImplementedInterfaceRemoved,

    /// <summary>A field or input field is gone.</summary>
    FieldRemoved,

    /// <summary>A field or input field has a type that its users cannot take for the old one.</summary>
    FieldChangedKind,

    /// <summary>A field asks for an argument it did not have.</summary>
    RequiredArgAdded,

    /// <summary>An argument of a field is gone.</summary>
    ArgRemoved,

    /// <summary>An argument has a type that does not take all the old values.</summary>
    ArgChangedKind,

    /// <summary>A directive is gone.</summary>
    DirectiveRemoved,

    /// <summary>An argument of a directive is gone.</summary>
    DirectiveArgRemoved,

    /// <summary>A directive asks for an argument it did not have.</summary>
    RequiredDirectiveArgAdded,

    /// <summary>A directive may no longer be repeated.</summary>
    DirectiveRepeatableRemoved,

    /// <summary>A directive may no longer be applied at some place.</summary>
    DirectiveLocationRemoved,

    /// <summary>An enum has a further value, which clients may not expect in results.</summary>
    ValueAddedToEnum,

    /// <summary>A union has a further member, which clients may not expect in results.</summary>
    TypeAddedToUnion,

    /// <summary>An input object has a further field that may be left out.</summary>
    OptionalInputFieldAdded,

    /// <summary>A field has a further argument that may be left out.</summary>
    OptionalArgAdded,

    /// <summary>A type implements a further interface, so it may occur where clients do not expect it.</summary>
    ImplementedInterfaceAdded,

    /// <summary>An argument that is left out means something else than before.</summary>
    ArgDefaultValueChange,

    /// <summary>An input field that is left out means something else than before.</summary>
    InputFieldDefaultValueChange,
}
