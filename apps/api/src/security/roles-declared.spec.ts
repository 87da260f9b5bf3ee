import { Allow } from '@app/access';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { RolesDeclared, RouteWithoutRoleError } from './roles-declared.js';

@Controller('with')
class WithRole {
  @Get()
  @Allow('read')
  get(): string {
    return this.notARoute();
  }

  notARoute(): string {
    return 'x';
  }
}

@Allow('open')
@Controller('all')
class AllOpen {
  @Get()
  get(): string {
    return 'x';
  }
}

@Controller('without')
class WithoutRole {
  @Get('here')
  forgotten(): string {
    return 'x';
  }
}

const boot = async (controllers: (new () => unknown)[]) => {
  const imports = [DiscoveryModule];
  const module = await Test.createTestingModule({
    imports,
    controllers,
    providers: [RolesDeclared],
  }).compile();
  await module.init();
  await module.close();
};

describe('a route without a role', () => {
  it('fails the boot by name', async () => {
    const booting = boot([WithRole, WithoutRole]);
    await expect(booting).rejects.toThrow(new RouteWithoutRoleError(['WithoutRole.forgotten']));
  });

  it('is none when the method or its controller says who may use it', async () => {
    await expect(boot([WithRole, AllOpen])).resolves.toBeUndefined();
  });
});
