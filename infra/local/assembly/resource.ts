/** A resource of a template that is being given its identity. */
export interface Described {
  readonly logicalId: string;
  readonly type: string;
  readonly stackName: string;
  readonly account: string;
  readonly region: string;
  /** Resolved. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** The named property, or a name made as CloudFormation makes one: stack, logical id and a suffix that stays the same. */
  name(property?: string, maxLength?: number): string;
  arn(service: string, resource: string): string;
  /** Local addresses of this resource, known before anything runs. */
  readonly endpoint: string | undefined;
}

/** What `Ref` and `Fn::GetAtt` answer. */
export interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export type Identify = (resource: Described) => Identity;

/** A resource of a stack with every intrinsic function resolved. */
export interface Resource extends Identity {
  readonly logicalId: string;
  readonly type: string;
  readonly stackName: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** All resources of all stacks. */
export interface ResourceCatalog {
  readonly all: readonly Resource[];
  ofType(...types: string[]): Resource[];
}

/** The identity of most resources: the name is the reference, the ARN an attribute. */
export const named =
  (service: string, resourcePrefix: string, nameProperty: string, maxLength = 255): Identify =>
  resource => {
    const name = resource.name(nameProperty, maxLength);
    return { ref: name, attributes: { Arn: resource.arn(service, `${resourcePrefix}${name}`) } };
  };

/** The ARN is the reference as well. */
export const referencedByArn =
  (service: string, resourcePrefix: string, nameProperty: string, maxLength = 80): Identify =>
  resource => {
    const name = resource.name(nameProperty, maxLength);
    const arn = resource.arn(service, `${resourcePrefix}${name}`);
    return { ref: arn, attributes: { Arn: arn, Name: name } };
  };
